import { defineGotcha } from '../definition';

export const ec2ImageWithoutAgent = defineGotcha({
  id: 'ec2-image-without-agent',
  title: 'Instances with a machine image that has no ECS agent',
  consequence: 'never-works',
  symptom: 'Instances run, the cluster counts none, and tasks stay in `PROVISIONING` or find no container instance.',
  why: 'An instance joins a cluster by its ECS agent. Plain images of Amazon Linux, Ubuntu, Windows and EKS have none, and an Auto Scaling group starts them all the same.',
  rule: 'An image that a public parameter names is an ECS-optimized one, the one of Bottlerocket for ECS, or the user data installs the agent (`ecs-init`).',
  fix: 'take the image from /aws/service/ecs/optimized-ami/…, as `EcsOptimizedImage.amazonLinux2023()` does, or install ecs-init in the user data',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-optimized_AMI.html',
  levels: ['synth'],
  avoidedBy: 'The instances of `Ec2Capacity` have the ECS-optimized image.',
  subject: 'capacity',
  needs: ['imageParameter', 'installsAgent'],
  check: ({ imageParameter, installsAgent }) => imageParameter === undefined || installsAgent || !isPlain(imageParameter) ? [] : [{
    property: 'imageId', detail: `imageId (${imageParameter}) is an image without the ECS agent`,
  }],
});

/** Other publishers may have the agent in their images. */
function isPlain(parameter: string): boolean {
  return /^\/aws\/service\/(ami-amazon-linux-latest|canonical|debian|suse|eks|freebsd)\//.test(parameter)
    || (parameter.startsWith('/aws/service/ami-windows-latest/') && !/ecs_optimized/i.test(parameter))
    || (parameter.startsWith('/aws/service/bottlerocket/') && !parameter.startsWith('/aws/service/bottlerocket/aws-ecs-'));
}
