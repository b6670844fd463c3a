export * from './existing-options';
export * from './ingress';
export * from './load-balancer-options';
export * from './request-conditions';
export * from './shared-load-balancer';
export * from './shared-options';
