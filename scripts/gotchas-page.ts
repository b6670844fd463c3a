import { givens, importsOf, snippetsOf, type Snippets } from './snippets';
import { areaOf } from '../src/gotchas/area';
import type { GotchaDefinition } from '../src/gotchas/definition';

const AREAS: Readonly<Record<string, string>> = {
  cost: 'Cost',
  dep: 'Start order and health of containers',
  dpl: 'Deployments',
  ec2: 'Instances and capacity providers',
  iam: 'Roles and permissions',
  log: 'Logs',
  net: 'Networks and load balancers',
  ops: 'Operations',
  sc: 'Service Connect',
  scl: 'Scaling',
  sd: 'Service discovery',
  sec: 'Security',
  sto: 'Storage',
  td: 'Task definitions',
};

/** The page for people. */
export function page(catalogue: readonly GotchaDefinition[]): string {
  const areas = [...new Set(catalogue.map(({ id }) => areaOf(id)))];
  return [
    '# Gotchas',
    '',
    'What goes wrong on Amazon ECS, and what to do about it. Each id is also the word for it in reports, and `EcsGuardrails::<id>` acknowledges it.',
    'Looked for while **construct**s of this library are defined, in templates at **synth**, and on **live** services.',
    'An error there may be milder in a report, where the facts only make it likely.',
    '',
    'What is `code` in a symptom are the words of AWS: in the answer to a call, in the reason a task stopped for, in the events of a service, on the bill; `…` stands for names.',
    'CloudFormation puts `Invalid request provided: Create TaskDefinition:` or the like in front of what ECS refuses.',
    '',
    ...areas.map((area) => `- [${titleOf(area)}](#${area})`),
    '',
    ...areas.flatMap((area) => [
      `<a id="${area}"></a>`,
      '',
      `**${titleOf(area)}**`,
      '',
      '| Gotcha | What | Severity | Looked for |',
      '| --- | --- | --- | --- |',
      ...catalogue.filter(({ id }) => areaOf(id) === area).map(({ id, title, severity, levels }) => `| [\`${id}\`](#${id}) | ${title} | ${severity} | ${levels.join(', ')} |`),
      '',
    ]),
    ...aboutSnippets(catalogue),
    ...catalogue.flatMap((gotcha) => section(gotcha, snippetsOf(gotcha.id))),
  ].join('\n');
}

function titleOf(area: string): string {
  const title = AREAS[area];
  if (title === undefined) throw new Error(`scripts/gotchas-page.ts has no title for the area ${area}`);
  return title;
}

function aboutSnippets(catalogue: readonly GotchaDefinition[]): readonly string[] {
  return [
    '## About the snippets',
    '',
    'All of them are compiled and synthesized, and the rule pack finds nothing of their gotcha in them.',
    'They import:',
    '',
    ...code(importsOf(catalogue.map(({ id }) => id)).join('\n')),
    '`stack` is your stack, `this` inside of one. They take for granted:',
    '',
    ...givens().map(({ name, what }) => `- \`${name}\`: ${what}`),
    '',
  ];
}

function section(gotcha: GotchaDefinition, snippets: Snippets): readonly string[] {
  const { id, title, severity, levels, symptom, why, rule, fix, docsUrl, designedOut } = gotcha;
  return [
    `<a id="${id}"></a>`,
    '',
    `## ${title}`,
    '',
    `\`${id}\` · ${severity} · ${levels.join(', ')}`,
    '',
    `**Symptom.** ${symptom}`,
    '',
    `**Why.** ${why}`,
    '',
    `**Rule.** ${rule}`,
    '',
    `**Fix.** ${sentence(fix)}`,
    '',
    'With the CDK alone:',
    '',
    ...code(snippets.plain),
    `**With this library.** ${designedOut ?? whereFound(levels, snippets.guarded === undefined)}`,
    '',
    ...snippets.guarded === undefined ? [] : code(snippets.guarded),
    `**More.** <${docsUrl}>`,
    '',
  ];
}

function code(snippet: string): readonly string[] {
  return ['```ts', snippet, '```', ''];
}

function whereFound(levels: GotchaDefinition['levels'], isSame: boolean): string {
  const found = levels.includes('construct') ? 'constructs refuse the mistake before anything is created' : '`EcsGuardrails.applyTo(app)` reports the mistake';
  return isSame ? `The same; ${found}.` : sentence(found);
}

function sentence(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
