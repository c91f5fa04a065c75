// Builds the portal into the directory given as argument, unless nothing has changed since the last
// time. Maven calls it; it needs Node and npm only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const portal = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = resolve(process.argv[2] ?? join(portal, 'dist'));
const NOT_SOURCE = new Set(['node_modules', 'dist', 'coverage']);

function sourcesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCE.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? sourcesBelow(path) : [path];
    });
}

function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function isStamped(stamp, digest) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

function npm(...args) {
  const options = { cwd: portal, stdio: 'inherit', env: { ...process.env, PORTAL_OUT: out } };
  const result = spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error(`npm ${args.join(' ')} failed`);
    process.exit(1);
  }
}

const installed = join(portal, 'node_modules', '.streamgate-installed');
const lock = digestOf([join(portal, 'package-lock.json')]);
if (!isStamped(installed, lock)) {
  npm('ci', '--no-audit', '--no-fund');
  writeFileSync(installed, lock);
}

const built = join(portal, 'node_modules', '.streamgate-built');
const sources = `${digestOf(sourcesBelow(portal))} ${out}`;
if (!isStamped(built, sources) || !existsSync(join(out, 'index.html'))) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  npm('run', 'build');
  writeFileSync(built, sources);
}
