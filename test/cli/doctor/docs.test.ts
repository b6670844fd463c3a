import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withStopped } from '../../../src/gotchas/fixtures/recorded/changed';
import { withGenerated } from '../../../scripts/docs/generated';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { renderReport } from '../../../src/cli/report/render';
import { testTerminal } from '../support/test-terminal';
import { hanging, mended } from './worked-night';

const page = readFileSync(join(__dirname, '../../../docs/doctor.md'), 'utf-8');

test('shows the report as the doctor prints it', () => {
  const account = withStopped({
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'CannotPullContainerError: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading.',
    startedAt: undefined,
  });
  const text = renderReport(diagnose(account), { format: 'text', failOn: 'error', verbose: false, colour: false }, testTerminal({ width: 90 }));
  // How many checks there are is no part of the page.
  expect(counted(page)).toContain(counted(`\`\`\`\n${text}\`\`\``));
});

test.each([['that hangs', hanging], ['after the fix', mended]])('shows the report on the worked night as the doctor prints it: %s', (_, account) => {
  const text = renderReport(diagnose(account), { format: 'text', failOn: 'error', verbose: false, colour: false }, testTerminal({ width: 90 }));
  expect(counted(page)).toContain(counted(`\`\`\`\n${text}\`\`\``));
});

test('lists the gotchas that only a running service shows', () => {
  expect(page).toBe(withGenerated('docs/doctor.md', page));
  expect(page).toContain('| [`scl-at-max`](gotchas.md#scl-at-max) |');
});

function counted(text: string): string {
  return text.replaceAll(/\d+ not checked, \d+ ok/g, 'some not checked, more ok');
}
