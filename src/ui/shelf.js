// The reader's own files of places, kept in this browser (IndexedDB) under their names.

const here = path => new URL(path, document.baseURI).href;
let opened;

async function shelf() {
  opened ??= import(here('vendor/idb-keyval/index.js')).then(db => ({ db, store: db.createStore('makan', 'gazetteers') }));
  return opened;
}

/** Names and bytes of all that is kept, one after the other. */
export async function all() {
  const { db, store } = await shelf();
  return (await db.entries(store)).flat();
}

export async function keep(name, bytes) {
  const { db, store } = await shelf();
  await db.set(name, bytes, store);
}

export async function forget(name) {
  const { db, store } = await shelf();
  await db.del(name, store);
}
