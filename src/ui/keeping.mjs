// The desks that this browser keeps (IndexedDB), each a record { saved, name, articles, file, draft } under its own id.

const here = path => new URL(path, document.baseURI).href;
let opened;

async function shelf() {
  opened ??= import(here('vendor/idb-keyval/index.js')).then(db => ({ db, store: db.createStore('makan-desks', 'desks') }));
  return opened;
}

/** An id for a new desk, greater than those before it. */
export const fresh_id = () => `${Date.now()}-${Math.random().toString(36).slice(2, 10)}`;

const waiting = new Map();
let writing;

/**
 * Keeps a desk: what it is called, how many articles lie on it, its file and what is typed on the leaf. One that holds
 * nothing is forgotten. While one is being written only the newest waits, so that each letter typed is on its way at
 * once and none waits for a clock.
 */
export function keep(id, name, articles, file, draft) {
  waiting.set(id, file || draft ? { saved: Date.now(), name, articles, file, draft } : undefined);
  writing ??= write().finally(() => { writing = undefined; });
  return writing;
}

async function write() {
  const { db, store } = await shelf();
  while (waiting.size) {
    const [[id, record]] = waiting;
    waiting.delete(id);
    await (record ? db.set(id, record, store) : db.del(id, store));
  }
}

/** The file and the draft of a desk; nothing where it is not kept. */
export async function kept(id) {
  const { db, store } = await shelf();
  const record = await db.get(id, store);
  return record && [record.file, record.draft];
}

/** Id, name, time, number of articles and length of every desk, the last saved first, one after the other. */
export async function list() {
  const { db, store } = await shelf();
  const desks = (await db.entries(store)).sort(([, a], [, b]) => b.saved - a.saved);
  return desks.flatMap(([id, { name, saved, articles, file, draft }]) => [id, name, saved, articles, file.length + draft.length]);
}

export async function forget_desk(id) {
  waiting.delete(id);
  const { db, store } = await shelf();
  await writing?.catch(() => {});
  await db.del(id, store);
}

export async function forget_desks() {
  waiting.clear();
  const { db, store } = await shelf();
  await writing?.catch(() => {});
  await db.clear(store);
}

// Which desk lay here last: in this tab, else in any.

const LAST = 'makan.desk';

export function remember(id) {
  for (const memory of [() => sessionStorage, () => localStorage]) {
    try { memory().setItem(LAST, id); } catch { /* Forbidden here: then it is not found again by itself. */ }
  }
}

export function last() {
  for (const memory of [() => sessionStorage, () => localStorage]) {
    try {
      const id = memory().getItem(LAST);
      if (id !== null) return id;
    } catch { /* Forbidden here. */ }
  }
  return '';
}

let release;

/** Makes a desk this tab's own, and lets go of the one before. Whether it is free: two tabs would write over each other. */
export function hold(id) {
  release?.();
  release = undefined;
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise(answer => {
    // A page that is just being left lets go within a moment.
    navigator.locks.request(`makan.desk.${id}`, { signal: AbortSignal.timeout(800) }, () => new Promise(done => {
      release = done;
      answer(true);
    })).catch(() => answer(false));
  });
}
