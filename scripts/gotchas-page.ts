import { printedOf } from './printed';
import { givens, importsOf, snippetsOf, type Snippets } from './snippets';
import { AREAS, areaOf } from '../src/gotchas/area';
import { CONSEQUENCES } from '../src/gotchas/consequence';
import { hasCheck, type CatalogueEntry, type GotchaDefinition, type GotchaWords } from '../src/gotchas/definition';

/** The page for people. */
export function page(catalogue: readonly CatalogueEntry[]): string {
  const areas = [...new Set(catalogue.map(({ id }) => areaOf(id)))];
  return [
    '# Gotchas',
    '',
    'Mistakes on Amazon ECS, and how to fix them. Reports name each by its id, and `EcsGuardrails::<id>` acknowledges it.',
    'A gotcha is checked by the **construct**s of this library, in templates at **synth**, and on **live** services.',
    'A gotcha that is only *live* is in no template: `ecs-guardrails doctor` finds it, and its entry shows the report.',
    '',
    'The severity follows from the consequence. **Error**: AWS rejects it, or it never works. **Warning**: it deploys and misbehaves in some event, is a risk,',
    'or costs more than it brings. **Info**: worth knowing. A single finding can have another consequence, for example where the facts only make it likely.',
    '`severities` and `strict` of `EcsGuardrails`, and `--severity` and `--strict` of `ecs-guardrails check`, raise severities.',
    '',
    'In a symptom, `code` is a text of AWS: the answer to a call, a stopped reason, a service event, a line of the bill. `…` stands for names.',
    'CloudFormation puts a text such as `Invalid request provided: Create TaskDefinition:` in front of the answers of ECS.',
    '',
    ...areas.map((area) => `- [${titleOf(area)}](#${area})`),
    '',
    ...areas.flatMap((area) => [
      `<a id="${area}"></a>`,
      '',
      `**${titleOf(area)}**`,
      '',
      '| Gotcha | Title | Severity | Checked |',
      '| --- | --- | --- | --- |',
      ...catalogue.filter(({ id }) => areaOf(id) === area).map(({ id, title, severity, consequence, levels }) => `| [\`${id}\`](#${id}) | ${title} | ${severity} (${CONSEQUENCES[consequence]}) | ${levels.join(', ')} |`),
      '',
    ]),
    ...aboutSnippets(catalogue.filter(hasCheck)),
    ...catalogue.flatMap(section),
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
    'All of them are compiled and synthesized. The rule pack finds the gotcha in the wrong snippet, and doesn\'t find it in the fixed ones.',
    'They import:',
    '',
    ...code(importsOf(catalogue.map(({ id }) => id)).join('\n')),
    '`stack` is your stack, `this` inside of one. They take for granted:',
    '',
    ...givens().map(({ name, what }) => `- \`${name}\`: ${what}`),
    '',
  ];
}

/** Lines of one entry of the page. */
export function section(gotcha: CatalogueEntry): readonly string[] {
  const { id, title, severity, levels, symptom, why, rule, fix, docsUrl } = gotcha;
  return [
    `<a id="${id}"></a>`,
    '',
    `## ${title}`,
    '',
    `\`${id}\` · ${severity} (${CONSEQUENCES[gotcha.consequence]}) · ${levels.join(', ')}`,
    '',
    `**Symptom.** ${symptom}`,
    '',
    `**Why.** ${why}`,
    '',
    `**Rule.** ${rule}`,
    '',
    `**Fix.** ${sentence(fix)}`,
    '',
    ...hasCheck(gotcha) ? withSnippets(gotcha, snippetsOf(id)) : withReport(id),
    `**More.** <${docsUrl}>`,
    '',
  ];
}

function withSnippets({ levels, designedOut, avoidedBy }: GotchaWords, { wrong, plain, guarded }: Snippets): readonly string[] {
  return [
    'Wrong:',
    '',
    ...code(wrong),
    'Fixed, with the CDK alone:',
    '',
    ...code(plain),
    `**With this library.** ${designedOut ?? avoidedBy ?? whereFound(levels, guarded === undefined)}`,
    '',
    ...guarded === undefined ? [] : code(guarded),
  ];
}

function withReport(id: string): readonly string[] {
  return ['`ecs-guardrails doctor` prints:', '', '```text', printedOf(id), '```', ''];
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
