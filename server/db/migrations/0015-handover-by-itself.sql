-- From the last letter to the partner without a click, where the creditor has switched that on.
ALTER TABLE dunning_settings ADD COLUMN automatic_handover boolean NOT NULL DEFAULT false;
-- Who said, for all claims that leave by themselves, what only a person knows of a claim; and when.
ALTER TABLE dunning_settings ADD COLUMN declared_by text;
ALTER TABLE dunning_settings ADD COLUMN declared_at timestamptz;
ALTER TABLE dunning_settings ADD CHECK (NOT automatic_handover OR (declared_by IS NOT NULL AND declared_at IS NOT NULL));
-- The last day whose ripe claims were all tried.
ALTER TABLE dunning_settings ADD COLUMN handed_over_on date;
GRANT SELECT (automatic_handover, handed_over_on) ON dunning_settings TO mahnwerk_worker;

-- Nobody pressed a button for it.
ALTER TABLE cases ADD COLUMN automatic boolean NOT NULL DEFAULT false;
