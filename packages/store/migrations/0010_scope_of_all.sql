-- Whose scope is everything is asked once a statement; which orgs a scope holds is worked out only where it is less.
DO $$
DECLARE
  p record;
  inside text;
BEGIN
  FOR p IN SELECT c.relname AS tablename, o.polcmd, pg_get_expr(o.polqual, o.polrelid) AS qual,
      pg_get_expr(o.polwithcheck, o.polrelid) AS with_check
    FROM pg_policy o JOIN pg_class c ON c.oid = o.polrelid WHERE o.polname = 'subtree' AND c.relnamespace = 'public'::regnamespace
  LOOP
    inside := format('(SELECT xushi_scope()) = 0 OR %s', p.qual);
    IF p.with_check IS NULL THEN
      EXECUTE format('ALTER POLICY subtree ON %I USING (%s)', p.tablename, inside);
    ELSE
      EXECUTE format('ALTER POLICY subtree ON %I USING (%s) WITH CHECK ((SELECT xushi_scope()) = 0 OR %s)', p.tablename, inside, p.with_check);
    END IF;
  END LOOP;
END $$;
