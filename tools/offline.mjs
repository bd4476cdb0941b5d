// After a build: writes sw.js, the service worker with the list of the build's files. Trunk runs it (Trunk.toml).
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const { TRUNK_STAGING_DIR: folder, TRUNK_PROFILE: profile, TRUNK_SOURCE_DIR: source } = process.env;
// While the app is worked on, an old build must never be shown for the new one.
if (profile === 'release') {
  const files = fs.readdirSync(folder, { recursive: true }).map(String)
    .filter(file => fs.statSync(path.join(folder, file)).isFile() && !/LICENSE|\.txt$/.test(file)).sort();
  const digest = createHash('sha256');
  for (const file of files) digest.update(file).update(fs.readFileSync(path.join(folder, file)));
  const worker = fs.readFileSync(path.join(source, 'src/offline/sw.js'), 'utf8')
    .replace('@version', digest.digest('hex').slice(0, 16))
    .replace("['@files']", JSON.stringify(['./', ...files.filter(file => file !== 'index.html')]));
  fs.writeFileSync(path.join(folder, 'sw.js'), worker);
}
