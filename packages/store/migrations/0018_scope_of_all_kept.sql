-- The same for tables that came after: whose scope is everything is asked once a statement.
DO $$
DECLARE
  p record;
BEGIN
  FOR p IN SELECT c.relname AS tablename, pg_get_expr(o.polqual, o.polrelid) AS qual,
      pg_get_expr(o.polwithcheck, o.polrelid) AS with_check
    FROM pg_policy o JOIN pg_class c ON c.oid = o.polrelid
    WHERE o.polname = 'subtree' AND c.relnamespace = 'public'::regnamespace
      AND pg_get_expr(o.polqual, o.polrelid) NOT LIKE '%xushi_scope%'
  LOOP
    EXECUTE format('ALTER POLICY subtree ON %I USING ((SELECT xushi_scope()) = 0 OR %s) WITH CHECK ((SELECT xushi_scope()) = 0 OR %s)',
      p.tablename, p.qual, p.with_check);
  END LOOP;
END $$;
