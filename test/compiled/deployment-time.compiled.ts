import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

test('the defaults compared in the docs are those that the benchmark computes', () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it is JavaScript, and needs lib/
  const { deploymentTimes } = require('../../bench/deployment-time') as { readonly deploymentTimes: () => string };
  const rows = deploymentTimes().split('\n').filter((line) => /^(this library|ecs-patterns|Copilot|Terraform)/.test(line));
  expect(rows).toHaveLength(5);
  const docs = readFileSync(join(ROOT, 'docs/deployment-time.md'), 'utf8');
  for (const row of rows) expect(docs).toContain(row);
});
