import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

const pulls = (behaviour: string) => ({ launch: { UserData: userData(`echo ECS_IMAGE_PULL_BEHAVIOR=${behaviour} >> /etc/ecs/ecs.config`) } });

export const cases: readonly GotchaCase[] = [
  { name: 'an image is pulled once', caught: true, app: (stack) => void instances(stack, pulls('once')) },
  { name: 'an image on the instance is preferred', caught: true, app: (stack) => void instances(stack, pulls('prefer-cached')) },
  {
    name: 'the user data is written encoded',
    caught: true,
    app: (stack) => void instances(stack, { launch: { UserData: Buffer.from('ECS_IMAGE_PULL_BEHAVIOR=once').toString('base64') } }),
  },
  { name: 'images are always pulled', caught: false, app: (stack) => void instances(stack, pulls('always')) },
  { name: 'the agent is left at its default', caught: false, app: (stack) => void instances(stack) },
  { name: 'a parameter adds to the user data', caught: false, notChecked: true, app: (stack) => void instances(stack, { launch: { UserData: userData(parameter(stack)) } }) },
];
