import { TYPES } from '../site/assembly';
import { blocksOf } from '../docs/blocks';

/** The skill: when to use the library, how to write a service with it, and how to act on its reports. */
export function skill(): string {
  return `---
name: ecs
description: Write, review and repair Amazon ECS infrastructure with the AWS CDK and cdk-ecs-guardrails. Use it for ECS services on Fargate or EC2, load balancers, deployments, scaling, jobs, queue workers, and for ECS errors in synth, deployment or at run time.
---

# Amazon ECS with cdk-ecs-guardrails

## Workflow

1. Choose the construct below, and read its section in [constructs.md](constructs.md): list the headings with \`grep -n '^##'\`, then read one section.
2. Write the service. Pass only what differs from the defaults: roles, log groups, security groups and health checks have safe ones.
3. Run \`npx cdk synth\`. An error names the property (\`at\`), the reason (\`why\`) and the change to make (\`fix\`). Make that change; do not acknowledge an error.
4. Run \`npx ecs-guardrails check cdk.out\`. It makes no request and runs no code of the app.
5. After a deployment that failed or hangs, run \`npx ecs-guardrails doctor --cluster <cluster> --service <service>\`. It only reads.

\`npx ecs-guardrails mcp\` offers \`check\`, \`gotchas\` and \`doctor\` as tools.

## Smallest web service

\`\`\`ts
${smallest()}\`\`\`

## Constructs

${TYPES.filter(({ kind }) => kind === 'class').map(({ name, docs }) => `- \`${name}\`: ${flat(docs?.summary ?? '')}`).join('\n')}

## Rules

- Keep construct ids. A changed id replaces the resource, and its logical id is a promise in snapshot tests.
- Put secrets into \`secrets\`, never into \`environment\`.
- Add permissions by \`grant\` methods on the service: \`bucket.grantRead(web)\`.
- Do not set \`desiredCount\` on a service that scales.
- To accept a finding, acknowledge its id on the construct, with a reason:
  \`Validations.of(web).acknowledge({ id: 'EcsGuardrails::<id>', reason: '…' })\`.
- [gotchas.md](gotchas.md) has the rule and the fix of each id: \`grep '<id>' gotchas.md\`.
`;
}

function smallest(): string {
  return blocksOf('README.md').find(({ code }) => code.includes('new FargateWebService'))!.code;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
