export * from './cloud-map-discovery';
export * from './service-connect-discovery';
export * from './service-connect-endpoint';
