// The desks that this browser keeps (IndexedDB), each a record { saved, name, articles, file, draft } under its own id.

const here = path => new URL(path, document.baseURI).href;
let opened;

async function shelf() {
  opened ??= import(here('vendor/idb-keyval/index.js')).then(db => ({ db, store: db.createStore('makan-desks', 'desks') }));
  return opened;
}

/** An id for a new desk, greater than those before it. */
export const fresh_id = () => `${Date.now()}-${Math.random().toString(36).slice(2, 10)}`;

/** The key under which the id of the last desk stands; also that of this tab's in its session. */
const LAST = 'last';
const waiting = new Map();
let writing, hasKept;

/**
 * Keeps a desk: what it is called, how many articles lie on it, its file and what is typed on the leaf. One that holds
 * nothing is forgotten. While one is being written only the newest waits, so that each letter typed is on its way at
 * once and none waits for a clock.
 */
export function keep(id, name, articles, file, draft) {
  const record = file || draft ? { saved: Date.now(), name, articles, file, draft } : undefined;
  // An empty leaf is no news, unless something lay here before.
  if (!record && !hasKept) return Promise.resolve();
  hasKept = true;
  remember(id);
  waiting.set(id, record);
  writing ??= write().finally(() => { writing = undefined; });
  return writing;
}

async function write() {
  const { db, store } = await shelf();
  while (waiting.size) {
    const [[id, record]] = waiting;
    waiting.delete(id);
    // In one go with the desk, since the browser writes its other stores seconds later, which a crash would not wait for.
    if (record) await db.setMany([[id, record], [LAST, id]], store);
    else await Promise.all([db.del(id, store), db.set(LAST, id, store)]);
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
  const desks = (await db.entries(store)).filter(([id]) => id !== LAST).sort(([, a], [, b]) => b.saved - a.saved);
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

/** This tab's id outlives a reload. */
function remember(id) {
  try { sessionStorage.setItem(LAST, id); } catch { /* Forbidden here: then the last of all tabs comes back. */ }
}

function remembered() {
  try { return sessionStorage.getItem(LAST); } catch { return null; }
}

/** The id of the desk that lay in this tab, or last in any that is closed now; '' where there is none. */
export async function last() {
  const mine = remembered();
  // A page that is being left lets go of its desk within a moment.
  if (mine !== null) return await hold(mine, 5000) ? mine : '';
  const { db, store } = await shelf();
  const id = await db.get(LAST, store);
  return id && await hold(id, 0) ? id : '';
}

let held, release;

/** Makes a desk this tab's own, and lets go of the one before. Whether it is free: two tabs would write over each other. */
export function hold(id, patience = 0) {
  if (id === held) return Promise.resolve(true);
  held = id;
  release?.();
  release = undefined;
  if (!navigator.locks) return Promise.resolve(true);
  const how = patience ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
  return new Promise(answer => {
    navigator.locks.request(`makan.desk.${id}`, how, lock => lock && new Promise(done => {
      release = done;
      answer(true);
    })).then(() => answer(false), () => answer(false));
  }).then(isFree => {
    if (!isFree && held === id) held = undefined;
    return isFree;
  });
}
