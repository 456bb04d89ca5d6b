import type { ClientBase } from 'pg'
import { StorageError } from '../storage-error.ts'
import { outdated, postgresError } from './postgres-error.ts'

/**
 * Steps from nothing to today, each applied once and in order. A step adds and never takes away what an older node
 * needs: during a rolling restart both work on the same tables.
 *
 * Names and keys are ordered by their bytes (`COLLATE "C"`), whatever language the database speaks. What is in
 * `bytes` does not shrink, so no time is spent on trying.
 */
const migrations = [
  `CREATE TABLE vispera.document (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     name text COLLATE "C" NOT NULL UNIQUE,
     seq bigint NOT NULL,
     generation bigint NOT NULL DEFAULT 1
   ) WITH (fillfactor = 70);
   CREATE TABLE vispera.log (
     document bigint NOT NULL, seq bigint NOT NULL, bytes bytea NOT NULL, checksum bigint NOT NULL,
     PRIMARY KEY (document, seq)
   ) WITH (autovacuum_vacuum_scale_factor = 0.02);
   CREATE TABLE vispera.snapshot (
     document bigint NOT NULL, seq bigint NOT NULL, bytes bytea NOT NULL, checksum bigint NOT NULL,
     PRIMARY KEY (document, seq)
   ) WITH (autovacuum_vacuum_scale_factor = 0.02);
   CREATE TABLE vispera.record (
     collection text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, value text NOT NULL,
     PRIMARY KEY (collection, key)
   );
   ALTER TABLE vispera.log ALTER COLUMN bytes SET STORAGE EXTERNAL;
   ALTER TABLE vispera.snapshot ALTER COLUMN bytes SET STORAGE EXTERNAL`,
  `CREATE FUNCTION vispera.outdated() RETURNS bigint LANGUAGE plpgsql VOLATILE AS
   $$ BEGIN RAISE EXCEPTION 'outdated' USING ERRCODE = '${outdated}'; END $$`,
]

/** Two keys of advisory locks; the first is ours ("VSPR"), the second says what for. */
export const lockClass = 0x56535052
export const migrating = -1
/** The first that ends the sessions of a node that is frozen (`idle_session_timeout`). */
const oldestServer = 14

/** Makes the tables, or brings them up to date. Nodes that start at once wait for each other. */
export async function migrate(client: ClientBase): Promise<void> {
  await requireVersion(client)
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [lockClass, migrating])
    const { rows } = await client.query<{ is: string | null }>(`SELECT to_regclass('vispera.version') AS is`)
    if (!rows[0]?.is) {
      await client.query('CREATE SCHEMA IF NOT EXISTS vispera')
      await client.query('CREATE TABLE vispera.version (number int NOT NULL)')
      await client.query('INSERT INTO vispera.version VALUES (0)')
    }
    const found = await client.query<{ number: number }>('SELECT number FROM vispera.version')
    const version = found.rows[0]?.number ?? 0
    if (version > migrations.length) {
      const detail = `it has schema ${version}, this one knows ${migrations.length}`
      throw postgresError('newer-version', detail)
    }
    for (const step of migrations.slice(version)) await client.query(step)
    if (version < migrations.length)
      await client.query('UPDATE vispera.version SET number = $1', [migrations.length])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

async function requireVersion(client: ClientBase) {
  const { rows } = await client.query<{ number: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS number`,
  )
  const found = rows[0]?.number ?? 0
  if (found < oldestServer)
    throw new StorageError('unreadable', `PostgreSQL ${oldestServer} or later is needed, this is ${found}`)
}
