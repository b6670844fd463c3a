import { pageText } from '../docs/blocks';
import { PAGES } from '../site/homes';
import { TOPICS } from '../site/topics';

/** The index of the documentation for language models, as https://llmstxt.org describes it. */
export function llmsTxt(site: string): string {
  return [
    '# cdk-ecs-guardrails', '',
    '> AWS CDK constructs for Amazon ECS, a rule pack that finds ECS mistakes in CDK apps and CloudFormation templates, and a doctor for running services.', '',
    'Install: `npm install cdk-ecs-guardrails`. The package has `skills/ecs/SKILL.md` with a workflow, a reference of all constructs, and the catalogue.', '',
    '## Start', '',
    '- [README](README.md): installation, the smallest service, where to find what',
    '- [Skill](skills/ecs/SKILL.md): how to write, check and repair services',
    '- [Constructs](skills/ecs/constructs.md): all constructs with properties, defaults and examples',
    '- [Gotchas](skills/ecs/gotchas.md): the rule and the fix of each gotcha', '',
    '## Topics', '',
    ...TOPICS.map((page) => `- [${titleOf(page)}](${page})`), '',
    '## API', '',
    ...PAGES.map(({ name, docs }) => `- [${name}](${site}api/${name}): ${(docs?.summary ?? '').replace(/\s+/g, ' ')}`),
  ].join('\n');
}

function titleOf(page: string): string {
  return /^# (.+)$/m.exec(pageText(page))![1];
}
