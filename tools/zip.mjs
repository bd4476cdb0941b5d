// Packs a build into one file that runs from any static server: node tools/zip.mjs DIST ZIP. Beside it goes its SHA-256.
// The same build gives the same bytes: files in order, and no times of their own.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

const [dist, zip] = process.argv.slice(2);
const folder = path.basename(zip, '.zip');
// Local midnight at the beginning of ZIP's calendar: ZIP writes local time.
const mtime = new Date(1980, 0, 1);
const files = fs.readdirSync(dist, { recursive: true }).map(String)
  .filter(file => fs.statSync(path.join(dist, file)).isFile())
  .map(file => file.split(path.sep).join('/')).sort();
const packed = zipSync(
  Object.fromEntries(files.map(file => [`${folder}/${file}`, [fs.readFileSync(path.join(dist, file)), { mtime }]])),
  { level: 9 },
);
fs.writeFileSync(zip, packed);
const digest = createHash('sha256').update(packed).digest('hex');
fs.writeFileSync(`${zip}.sha256`, `${digest}  ${path.basename(zip)}\n`);
console.log(`${zip}: ${Math.round(packed.length / 1024)} KB, SHA-256 ${digest}`);
