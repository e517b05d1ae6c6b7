/** A service of docker-compose.yml as it is started, the image's own settings among its own. */
export interface Service {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** The command of its healthcheck; empty where it has none. */
  readonly healthcheck: readonly string[];
  readonly replicas: number;
}

export function readCompose(root: string, variables: Readonly<Record<string, string>>): Record<string, Service>;
export function placed(
  environment: Readonly<Record<string, string>>,
  places: Readonly<Record<string, string>>,
): Record<string, string>;
