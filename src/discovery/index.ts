export * from './cloud-map-discovery';
