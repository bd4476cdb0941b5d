// What the share dialog needs of the browser: a QR code's drawing, and the browser's own way to send something.

const here = path => new URL(path, document.baseURI).href;

/** The QR code of a text: its side in modules, and the outline of the dark ones as the `d` of an SVG path, after a blank. */
export async function qr(text) {
  const { encodeQR } = await import(here('vendor/qr/index.js'));
  // The lowest correction: a code of hundreds of letters is read from a screen or a clean sheet, and larger dots help it more.
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
  let outline = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      outline += `M${from} ${y}h${x + 1 - from}v1H${from}z`;
    }
  });
  return `${rows.length} ${outline}`;
}

export const can_send = () => typeof navigator.share === 'function';

export const send = (title, url) => navigator.share({ title, url });
