-- Whether the invoices themselves go along with a reminder. "usual": by mail and by post, but not those of a health profession,
-- which tell of treatments; "post": in closed envelopes only, a health profession's too; "none": never.

ALTER TABLE tenants ADD COLUMN originals_with_letters text NOT NULL DEFAULT 'usual'
  CHECK (originals_with_letters IN ('usual', 'post', 'none'));
