import type { Stack } from 'aws-cdk-lib/core';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

const LINUX = '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id}}';

function start(stack: Stack, line: unknown, ImageId: unknown = LINUX): void {
  instances(stack, { launch: { ImageId, UserData: userData(line) } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the agent is enabled and started', caught: true, app: (stack) => start(stack, 'systemctl enable --now ecs.service') },
  { name: 'the agent is started again', caught: true, app: (stack) => start(stack, 'sudo systemctl restart ecs') },
  { name: 'another command follows', caught: true, app: (stack) => start(stack, 'yum install -y ecs-init && systemctl start ecs && echo started', 'resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64') },
  { name: 'the service command starts it', caught: true, app: (stack) => start(stack, 'service ecs start') },
  { name: 'several units are started', caught: true, app: (stack) => start(stack, 'systemctl start docker ecs') },
  { name: 'the start is not waited for', caught: false, app: (stack) => start(stack, 'systemctl enable --now --no-block ecs.service') },
  { name: 'the option is behind the unit', caught: false, app: (stack) => start(stack, 'systemctl start ecs --no-block') },
  { name: 'the command runs in the background', caught: false, app: (stack) => start(stack, 'systemctl start ecs &') },
  { name: 'the agent is enabled for the next start', caught: false, app: (stack) => start(stack, 'systemctl enable ecs') },
  { name: 'the agent is stopped', caught: false, app: (stack) => start(stack, 'systemctl stop ecs') },
  { name: 'Docker is started', caught: false, app: (stack) => start(stack, 'systemctl start docker') },
  { name: 'a comment has the command', caught: false, app: (stack) => start(stack, '# systemctl start ecs') },
  { name: 'a file gets the command', caught: false, app: (stack) => start(stack, 'cat <<EOF > /etc/cron.d/agent\nsystemctl restart ecs\nEOF') },
  { name: 'a file gets the command by echo', caught: false, app: (stack) => start(stack, 'echo "systemctl restart ecs" > /usr/local/bin/again') },
  { name: 'the image is one\'s own', caught: false, notChecked: true, app: (stack) => start(stack, 'systemctl start ecs', 'ami-0123456789abcdef0') },
  { name: 'a parameter decides the image', caught: false, notChecked: true, app: (stack) => start(stack, 'systemctl start ecs', parameter(stack)) },
];
