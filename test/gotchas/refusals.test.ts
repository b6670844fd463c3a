import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AREAS } from '../../src/gotchas/area';
import { catalogue } from '../../src/gotchas/catalogue.generated';
import { dplBluegreenWiring } from '../../src/gotchas/dpl/dpl-bluegreen-wiring';
import { refuse } from '../../src/gotchas/enforce';
import { messageOf } from '../support/refusals';

const SRC = join(__dirname, '..', '..', 'src');
const ID = `((?:${Object.keys(AREAS).join('|')})-[a-z0-9-]+)`;
/** Imports and messages. A container or an option of a log driver may begin as an id does. */
const MENTION = new RegExp(`(?:gotchas/\\w+/${ID}['"]|\\[${ID}\\])`, 'g');

/** The sources of constructs, by file. The catalogue and the command line have tests of their own for their ids. */
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^(gotchas|cli)\//.test(file))
  .map((file) => [file, readFileSync(join(SRC, file), 'utf8')] as const);

describe('refusals of constructors', () => {
  test('mention only ids of the catalogue', () => {
    const known = new Set(catalogue.map(({ id }) => id));
    const mentions = sources.flatMap(([file, text]) => (
      [...text.matchAll(MENTION)].map(([, imported, written]) => ({ file, id: imported ?? written }))
    ));
    expect(mentions.length).toBeGreaterThan(40);
    expect(mentions.filter(({ id }) => !known.has(id))).toEqual([]);
  });

  test('take the definition of a gotcha instead of its id', () => {
    const byId = new RegExp(`\\bid: ['"\`]${ID}['"\`]`);
    expect(sources.filter(([, text]) => byId.test(text)).map(([file]) => file)).toEqual([]);
  });

  test('show why, fix and docs of the gotcha', () => {
    const { id, why, fix, docsUrl } = dplBluegreenWiring;
    const message = messageOf(() => refuse({ gotcha: dplBluegreenWiring, headline: 'service is wrong', at: 'App/Web', property: 'service', docs: undefined }));
    expect(message).toBe([`service is wrong [${id}]`, '  at:   App/Web (service)', `  why:  ${why}`, `  fix:  ${fix}`, `  docs: ${docsUrl}`].join('\n'));
  });

  test('show a why, a fix and docs of their own', () => {
    const own = { why: 'Own reason.', fix: 'own fix', docs: 'https://docs.aws.amazon.com/own' };
    const message = messageOf(() => refuse({ gotcha: dplBluegreenWiring, headline: 'service is wrong', at: 'App/Web', ...own }));
    expect(message).toBe(['service is wrong [dpl-bluegreen-wiring]', '  at:   App/Web', '  why:  Own reason.', '  fix:  own fix', `  docs: ${own.docs}`].join('\n'));
  });
});
