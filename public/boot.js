// Starts the app without an inline script, so that the page works under a strict Content-Security-Policy.
const { js, wasm } = document.querySelector('script[data-js]').dataset;
try {
  const app = await import(new URL(js, document.baseURI).href);
  await app.default({ module_or_path: new URL(wasm, document.baseURI) });
  dispatchEvent(new CustomEvent('TrunkApplicationStarted'));
} catch (error) {
  // The page's own words for this stand in index.html; style them with [data-boot="failed"].
  document.documentElement.dataset.boot = 'failed';
  throw error;
}
