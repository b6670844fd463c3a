import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { ExporterConfig, Signal } from './collector-config';
import type { TaskPermission } from '../../tasks/grant-before-start';

/** The collector that gets an exporter. */
export interface ExporterPlace {
  readonly collector: Construct;
  /** The type of the exporter, and a number where another one has the type. */
  readonly id: string;
  /** The address that the collector listens on. */
  readonly host: string;
}

/** An exporter of a collector, with its permissions and secrets. */
export interface DefinedExporter extends ExporterConfig {
  readonly permissions?: readonly TaskPermission[];
  /** Variables of the collector that come from secrets. */
  readonly secrets?: Readonly<Record<string, ecs.Secret>>;
}

/** A kind of destination, before a collector sends to it. */
export interface OtelExporter {
  /** The component of the collector. */
  readonly type: string;
  readonly signals: readonly Signal[];

  /** Throws if a collector can't send there. Creates nothing. */
  check(at: string, property: string): void;

  /** Creates the resources of the destination within the collector. */
  define(place: ExporterPlace): DefinedExporter;
}
