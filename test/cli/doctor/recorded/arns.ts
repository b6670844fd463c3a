export const REGION = 'eu-west-1';
export const ACCOUNT = '111122223333';
export const NOW = new Date('2026-11-20T12:00:00Z');

const ECS = `arn:aws:ecs:${REGION}:${ACCOUNT}`;
const ELB = `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}`;

export const ARNS = {
  cluster: `${ECS}:cluster/shop`,
  service: `${ECS}:service/shop/web`,
  task: `${ECS}:task-definition/web:7`,
  oldTask: `${ECS}:task-definition/web:6`,
  targetGroup: `${ELB}:targetgroup/web/73e2d6bc24d8a067`,
  loadBalancer: `${ELB}:loadbalancer/app/shop/50dc6c495c0c9188`,
  listener: `${ELB}:listener/app/shop/50dc6c495c0c9188/0467ef3c8400ae65`,
  scalingPolicy: `arn:aws:autoscaling:${REGION}:${ACCOUNT}:scalingPolicy:6d8972f3:resource/ecs/service/shop/web:policyName/cpu`,
  alarm: `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:TargetTracking-service/shop/web-AlarmHigh-1`,
} as const;

export function minutesAgo(minutes: number): Date {
  return new Date(NOW.getTime() - minutes * 60_000);
}
