-- A notice as a letter: of which parts each claim's sum was made on its day, and what of the letters is still to be set or printed.

-- Booked interest is what is left of `open`; the notice's own fee is in none of them.
ALTER TABLE notice_items ADD COLUMN principal bigint NOT NULL DEFAULT 0 CHECK (principal >= 0);
ALTER TABLE notice_items ADD COLUMN charges bigint NOT NULL DEFAULT 0 CHECK (charges >= 0);
ALTER TABLE notice_items ADD COLUMN costs bigint NOT NULL DEFAULT 0 CHECK (costs >= 0);

-- Why a letter could not be set: the text that no font of ours can write, or what the law does not tell yet.
ALTER TABLE notices ADD COLUMN trouble text;
ALTER TABLE notices ADD COLUMN printed_at timestamptz;
ALTER TABLE notices ADD FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id);
CREATE INDEX notices_unset ON notices (tenant_id, id) WHERE document_id IS NULL AND trouble IS NULL;
CREATE INDEX notices_unprinted ON notices (tenant_id, year, number) WHERE document_id IS NOT NULL AND printed_at IS NULL;

CREATE POLICY discovery ON notices FOR SELECT TO mahnwerk_worker USING (true);
GRANT SELECT (tenant_id, document_id, trouble) ON notices TO mahnwerk_worker;
