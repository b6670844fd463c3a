import type { App } from 'aws-cdk-lib/core';
import { Ingress } from 'cdk-ecs-guardrails';
import { PlatformStack } from './platform-stack';
import { TeamStack } from './team-stack';

/** Twenty services of four teams. */
export const TEAMS: Readonly<Record<string, readonly string[]>> = {
  Catalog: ['Products', 'Prices', 'Search', 'Reviews', 'Images'],
  Checkout: ['Carts', 'Orders', 'Payments', 'Invoices', 'Vouchers'],
  Customers: ['Accounts', 'Addresses', 'Messages', 'Tickets', 'Wishlists'],
  Logistics: ['Stock', 'Suppliers', 'Parcels', 'Returns', 'Carriers'],
};

/** Each service has its own path. */
export function defineTeams(app: App, imageTag: string): TeamStack[] {
  const { cluster, loadBalancer } = new PlatformStack(app, 'Platform');
  const ingressOf = (name: string) => Ingress.shared({
    loadBalancer, pathPatterns: [`/${name.toLowerCase()}`, `/${name.toLowerCase()}/*`],
  });
  return Object.entries(TEAMS).map(([team, services]) => new TeamStack(app, team, { cluster, ingressOf, services, imageTag }));
}
