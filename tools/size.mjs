// Prints what the app weighs: node tools/size.mjs DIST [--limit]. With --limit it fails when our own Wasm and JavaScript weigh too much.
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

// The aim for the first version was 250; ARCHITECTURE.md tells what the rest is and what was done about it.
const LIMIT = 680 * 1024;
const [dist, flag] = process.argv.slice(2);
const compressed = file => brotliCompressSync(fs.readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const kb = bytes => (bytes / 1024).toFixed(1).padStart(8);

if (!fs.existsSync(path.join(dist, 'index.html'))) {
  console.error(`There is no ${dist}/index.html: run ./dev build first.`);
  process.exit(1);
}
const files = fs.readdirSync(dist, { recursive: true }).map(String).filter(f => fs.statSync(path.join(dist, f)).isFile()).sort();
const own = f => /\.(wasm|m?js)$/.test(f) && !f.startsWith('vendor');
const already = f => /\.(woff2|png|jpg|br|gz)$/.test(f);
let total = 0, ours = 0;
console.log('      KB  as brotli');
for (const file of files) {
  const full = path.join(dist, file);
  const size = fs.statSync(full).size, br = already(file) ? size : compressed(full);
  total += br;
  if (own(file)) ours += br;
  if (!flag) console.log(`${kb(size)} ${kb(br)}  ${file}`);
}
console.log(`         ${kb(ours)}  our own Wasm and JavaScript (limit ${LIMIT / 1024} KB)`);
console.log(`         ${kb(total)}  everything`);
if (flag === '--limit' && ours > LIMIT) {
  console.error('Our own Wasm and JavaScript weigh too much.');
  process.exit(1);
}
