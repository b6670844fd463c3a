import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withStopped } from './recorded/changed';
import { LIVE_GOTCHAS } from '../../../src/cli/doctor/checks';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { renderReport } from '../../../src/cli/report/render';
import { testTerminal } from '../support/test-terminal';

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

test.each(LIVE_GOTCHAS.map(({ id, title }) => [id, title]))('lists %s', (id, title) => {
  expect(page).toContain(`| \`${id}\` | ${title} |`);
});

function counted(text: string): string {
  return text.replace(/\d+ not checked, \d+ ok/, 'some not checked, more ok');
}
