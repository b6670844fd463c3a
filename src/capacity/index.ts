export * from './ec2-capacity';
