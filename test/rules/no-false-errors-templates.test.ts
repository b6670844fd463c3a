import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { errorsIn } from './errors-in';
import { RAW_TEMPLATES } from './raw-templates';

process.env.CDK_VALIDATION = 'false';

test.each(Object.entries(RAW_TEMPLATES))('%s has no error', (_, template) => {
  const templateFile = join(mkdtempSync(join(tmpdir(), 'guardrails-')), 'template.json');
  writeFileSync(templateFile, JSON.stringify(template));
  expect(errorsIn((stack) => void new CfnInclude(stack, 'Included', { templateFile }))).toEqual([]);
});
