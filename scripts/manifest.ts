/**
 * Keeps the manifest of published addresses. Without arguments it adds what the last build has;
 * with `--check` it changes nothing and fails if an address is lost or not listed.
 */
import { writeFileSync } from 'node:fs';
import { readBuiltPages } from '../src/site/builtPages.ts';
import {
  compareBuild,
  lostMessage,
  MANIFEST_FILE,
  mergeManifest,
  publishedSections,
  readManifest,
  unlistedMessage,
} from '../src/site/sectionManifest.ts';

const ROOT = process.cwd();
const BUILD = 'dist';

const { lost, unlisted } = await compareBuild(ROOT, BUILD);
if (process.argv.includes('--check')) {
  if (lost.length > 0) console.error(lostMessage(lost));
  if (unlisted.length > 0) console.error(unlistedMessage(unlisted));
  if (lost.length + unlisted.length > 0) process.exitCode = 1;
  else console.log('Every published address is in the manifest, and none is lost.');
} else {
  const manifest = mergeManifest(
    readManifest(ROOT),
    publishedSections(await readBuiltPages(BUILD)),
  );
  writeFileSync(MANIFEST_FILE, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`${unlisted.length} address(es) added to ${MANIFEST_FILE}.`);
}
