export * from './ec2-capacity';
export * from './fargate-mix';
export * from './ec2-purchase';
