export * from './additional-target';
export * from './http-api-ingress';
export * from './http-api-target';
export * from './lattice-ingress';
export * from './lattice-options';
export * from './network-ingress';
export * from './network-listener-options';
