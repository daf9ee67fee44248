/**
 * The schema, oldest change first. A released entry is never edited: a new one is added at the end.
 * Times are microseconds since the epoch, as the real server keeps them. An `email_key` is the address in lower case,
 * made in JavaScript because SQLite's own `lower` knows ASCII only. A seat's `json` is what a roster shows of it: rosters
 * are read far more often than seats change.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE organizations (
    id TEXT PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    seat_based_pricing_enabled INTEGER NOT NULL, member_model_enabled INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE tokens (
    token TEXT PRIMARY KEY, organization_id TEXT NOT NULL REFERENCES organizations (id), scopes TEXT NOT NULL
  ) STRICT;

  CREATE TABLE products (
    id TEXT PRIMARY KEY, organization_id TEXT NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL, recurring INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE customers (
    id TEXT PRIMARY KEY, organization_id TEXT NOT NULL REFERENCES organizations (id),
    email TEXT, email_key TEXT, external_id TEXT, name TEXT, type TEXT NOT NULL,
    created_at INTEGER NOT NULL, modified_at INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX customers_by_email ON customers (organization_id, email_key);
  CREATE UNIQUE INDEX customers_by_external_id ON customers (organization_id, external_id) WHERE external_id IS NOT NULL;

  CREATE TABLE members (
    id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers (id),
    email TEXT NOT NULL, email_key TEXT NOT NULL, external_id TEXT, name TEXT, role TEXT NOT NULL,
    created_at INTEGER NOT NULL, modified_at INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX members_by_email ON members (customer_id, email_key);
  CREATE UNIQUE INDEX members_by_external_id ON members (customer_id, external_id) WHERE external_id IS NOT NULL;
  CREATE UNIQUE INDEX members_one_owner ON members (customer_id) WHERE role = 'owner';

  -- Subscriptions and orders: what seats are bought with.
  CREATE TABLE sources (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('subscription', 'order')),
    organization_id TEXT NOT NULL REFERENCES organizations (id), product_id TEXT NOT NULL REFERENCES products (id),
    customer_id TEXT NOT NULL REFERENCES customers (id), checkout_id TEXT, seats INTEGER NOT NULL, status TEXT NOT NULL,
    assigned INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX sources_by_customer ON sources (customer_id);
  CREATE INDEX sources_by_checkout ON sources (checkout_id);

  CREATE TABLE seats (
    id TEXT PRIMARY KEY, source_id TEXT NOT NULL REFERENCES sources (id), status TEXT NOT NULL,
    customer_id TEXT REFERENCES customers (id), member_id TEXT REFERENCES members (id), email TEXT, email_key TEXT,
    invitation_token TEXT, invitation_token_expires_at INTEGER, claimed_at INTEGER, revoked_at INTEGER,
    metadata TEXT NOT NULL, created_at INTEGER NOT NULL, modified_at INTEGER, json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX seats_by_source ON seats (source_id);
  CREATE UNIQUE INDEX seats_by_token ON seats (invitation_token) WHERE invitation_token IS NOT NULL;
  CREATE INDEX seats_revoked ON seats (source_id) WHERE status = 'revoked';
  CREATE INDEX seats_by_email ON seats (source_id, email_key);
  CREATE INDEX seats_by_customer ON seats (source_id, customer_id);

  -- How many seats of a source are taken is counted as they change, not each time that one is asked for.
  CREATE TRIGGER seats_inserted AFTER INSERT ON seats WHEN new.status <> 'revoked' BEGIN
    UPDATE sources SET assigned = assigned + 1 WHERE id = new.source_id;
  END;
  CREATE TRIGGER seats_updated AFTER UPDATE OF status ON seats BEGIN
    UPDATE sources SET assigned = assigned + (new.status <> 'revoked') - (old.status <> 'revoked') WHERE id = new.source_id;
  END;

  CREATE TABLE sessions (
    id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, customer_id TEXT NOT NULL REFERENCES customers (id),
    member_id TEXT REFERENCES members (id), return_url TEXT, expires_at INTEGER NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE emails (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, recipient TEXT NOT NULL, recipient_key TEXT NOT NULL, subject TEXT NOT NULL,
    claim_url TEXT NOT NULL, seat_id TEXT NOT NULL, sent_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX emails_by_recipient ON emails (recipient_key, number);

  CREATE TABLE webhook_endpoints (
    id TEXT PRIMARY KEY, organization_id TEXT REFERENCES organizations (id), url TEXT NOT NULL, secret TEXT NOT NULL
  ) STRICT;
  CREATE INDEX webhook_endpoints_by_organization ON webhook_endpoints (organization_id);

  CREATE TABLE deliveries (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, endpoint_id TEXT NOT NULL REFERENCES webhook_endpoints (id),
    webhook_id TEXT NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL, status TEXT NOT NULL, attempts INTEGER NOT NULL,
    last_code INTEGER, next_attempt_at INTEGER
  ) STRICT;
  CREATE INDEX deliveries_by_endpoint ON deliveries (endpoint_id);
  CREATE INDEX deliveries_due ON deliveries (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

  CREATE TABLE refs (ref TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT;

  -- One row: how far the clock was moved, kept so that a restart does not bring expired invitations back.
  CREATE TABLE clock (offset INTEGER NOT NULL) STRICT;
  INSERT INTO clock VALUES (0);
  `,
  `
  -- Rosters are listed by a hash, so that their order means nothing. One row: what goes into the hash beside the seat's id.
  CREATE TABLE list_order (seed TEXT NOT NULL) STRICT;
  INSERT INTO list_order VALUES ('');
  ALTER TABLE seats ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
  UPDATE seats SET position = list_position('', id);
  DROP INDEX seats_by_source;
  DROP INDEX seats_revoked;
  CREATE INDEX seats_by_position ON seats (source_id, position);
  CREATE INDEX seats_revoked ON seats (source_id, position) WHERE status = 'revoked';
  `,
  `
  -- Whether the secret is a key in base64 or, as a text, the key itself.
  ALTER TABLE webhook_endpoints ADD COLUMN key TEXT NOT NULL DEFAULT 'text';
  UPDATE webhook_endpoints SET key = 'base64' WHERE substr(secret, 1, 6) = 'whsec_';
  `,
  `
  -- Subscriptions, orders and customers that were deleted, organizations that were blocked, orders without a product.
  CREATE TABLE marks (id TEXT NOT NULL, mark TEXT NOT NULL, PRIMARY KEY (id, mark)) STRICT, WITHOUT ROWID;
  `,
]
