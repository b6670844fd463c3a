import * as ecs from 'aws-cdk-lib/aws-ecs';
import { subjectsOf } from './synthesized';
import { evaluate, type GotchaDefinition } from '../../src/gotchas/definition';
import { explained } from '../../src/gotchas/explained';
import { iamTaskRoleWildcardResource } from '../../src/gotchas/iam/iam-task-role-wildcard-resource';
import { logModeDefaultChanged } from '../../src/gotchas/log/log-mode-default-changed';
import { logRetentionInfinite } from '../../src/gotchas/log/log-retention-infinite';

process.env.CDK_VALIDATION = 'false';

/** Fixes for a task with FireLens, whose router the CDK adds at synthesis. */
function fixesOf(gotcha: GotchaDefinition): readonly string[] {
  return subjectsOf((stack) => {
    new ecs.FargateTaskDefinition(stack, 'Task').addContainer('app', {
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'),
      logging: ecs.LogDrivers.firelens({ options: { Name: 'cloudwatch', region: 'eu-west-1', log_group_name: 'shop' } }),
    });
  }).filter(({ kind }) => kind === gotcha.subject)
    .flatMap(({ facts }) => evaluate(gotcha, facts).findings)
    .map((finding) => explained(gotcha, finding).fix);
}

test.each([logModeDefaultChanged, logRetentionInfinite, iamTaskRoleWildcardResource])('$id: the fix for a log router of the CDK is to add one', (gotcha) => {
  expect(fixesOf(gotcha)).toEqual([expect.stringContaining('addFirelensLogRouter')]);
});
