// Keeps the whole app in the browser's cache, so that it opens without a network from the second visit on.
// `tools/offline.mjs` fills in VERSION and FILES after each build; nothing but the build's own files is ever kept.

const VERSION = '@version';
const FILES = ['@files'];
const CACHE = `makan-${VERSION}`;

self.addEventListener('install', event => {
  // Past the browser's own cache, which may hold files of an older build.
  const fresh = FILES.map(file => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(fresh)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  const old = name => name.startsWith('makan-') && name !== CACHE;
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(old).map(name => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  const page = request.mode === 'navigate' ? './' : request;
  event.respondWith(caches.open(CACHE)
    .then(cache => cache.match(page, { ignoreSearch: true, ignoreVary: true }))
    .then(kept => kept ?? fetch(request)));
});
