import { turns } from '../../src/cli/turns';

test('speaks, and hears of Ctrl-C, every tenth of a second', async () => {
  const said: string[] = [];
  const interrupt = new AbortController();
  let now = 0;
  const turn = turns({ say: (text) => void said.push(text) }, interrupt.signal, () => now);
  for (now = 0; now < 350; now += 30) await turn(`at ${now}`);
  expect(said).toEqual(['at 120', 'at 240']);
  setImmediate(() => interrupt.abort(new Error('interrupted')));
  now += 100;
  await expect(turn('last')).rejects.toThrow('interrupted');
});
