import { DataSource } from 'typeorm';

/** Does something as the owner of the schema, whom no policy holds back: what is done on the server itself. */
export async function withOwnerConnection<T>(ownerUrl: string, use: (owner: DataSource) => Promise<T>): Promise<T> {
  const owner = await new DataSource({ type: 'postgres', url: ownerUrl }).initialize();
  try {
    return await use(owner);
  } finally {
    await owner.destroy();
  }
}
