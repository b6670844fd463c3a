import { testTerminal } from './support/test-terminal';
import { Progress } from '../../src/cli/progress';

test('changes one line in place on a terminal, no longer than its width, and removes it', () => {
  const terminal = testTerminal({ interactiveErr: true, width: 10 });
  const progress = new Progress(terminal);
  progress.say('reading services');
  progress.say('done');
  progress.done();
  progress.done();
  expect(terminal.complaints()).toBe('\r\u001b[Kreading s\r\u001b[Kdone\r\u001b[K');
  expect(terminal.written()).toBe('');
});

test('is an occasional line where lines stay', () => {
  const terminal = testTerminal();
  let now = 0;
  const progress = new Progress(terminal, () => now);
  for (const seconds of [1, 9, 11, 12, 25]) {
    now = seconds * 1000;
    progress.say(`after ${seconds} s`);
  }
  progress.done();
  expect(terminal.complaints()).toBe('after 11 s\nafter 25 s\n');
});
