import { DataSource } from 'typeorm';

/** Tables, columns, constraints, indexes, policies, grants, functions and views, as one comparable list. */
export async function schemaOf(url: string): Promise<string[]> {
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    const rows: { line: string }[] = await dataSource.query(`
      SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
      UNION ALL SELECT 'constraint ' || conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> coalesce(to_regclass('public.migrations'), 0) AND conrelid <> 0
      UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
      UNION ALL SELECT 'policy ' || tablename || '.' || policyname || ' ' || cmd || ' ' || roles::text || ' ' || coalesce(qual,
        '') || ' ' || coalesce(with_check, '') FROM pg_policies
      UNION ALL SELECT 'granted ' || table_name || ' ' || privilege_type || ' ' || grantee FROM information_schema.role_table_grants
        WHERE table_schema = 'public' AND grantee LIKE 'team_support_%' AND grantee <> 'team_support_owner'
      UNION ALL SELECT 'granted ' || table_name || '.' || column_name || ' ' || privilege_type || ' ' || grantee FROM information_schema.role_column_grants
        WHERE table_schema = 'public' AND grantee LIKE 'team_support_%' AND grantee <> 'team_support_owner'
      UNION ALL SELECT 'function ' || p.oid::regprocedure || ' ' || md5(prosrc) || ' ' || coalesce(proacl::text, '') FROM pg_proc p
        WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      UNION ALL SELECT 'view ' || viewname || ' ' || md5(definition) FROM pg_views WHERE schemaname = 'public'
      UNION ALL SELECT 'sequence ' || sequencename FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq'
      ORDER BY 1`);
    return rows.map(({ line }) => line);
  } finally {
    await dataSource.destroy();
  }
}
