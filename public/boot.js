// Starts the app without an inline script, so that the page works under a strict Content-Security-Policy.
const { js, wasm } = document.querySelector('script[data-js]').dataset;
try {
  const app = await import(new URL(js, document.baseURI).href);
  await app.default({ module_or_path: new URL(wasm, document.baseURI) });
  keep();
  dispatchEvent(new CustomEvent('TrunkApplicationStarted'));
} catch (error) {
  // The page's own words for this stand in index.html; style them with [data-boot="failed"].
  document.documentElement.dataset.boot = 'failed';
  throw error;
}

/** Has the service worker keep the app for times without a network, and tells when it has fetched a newer one. */
function keep() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const before = workers.controller;
  workers.addEventListener('controllerchange', () => { if (before) document.documentElement.dataset.fresh = ''; });
  // There is none while the app is worked on, and none may be had in private windows: the app works without.
  workers.register('sw.js').catch(() => {});
}
