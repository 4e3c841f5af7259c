-- Whoever changes the catalogue, by whatever way, changes its name: what processes keep of it is read anew.
CREATE FUNCTION xushi_catalogue_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ BEGIN UPDATE installation SET catalogue = gen_random_uuid(); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER catalogue_changed AFTER INSERT OR UPDATE OR DELETE ON indicator
  FOR EACH STATEMENT EXECUTE FUNCTION xushi_catalogue_changed();
--> statement-breakpoint
REVOKE ALL ON FUNCTION xushi_catalogue_changed() FROM PUBLIC;
