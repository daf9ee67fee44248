const now = `CAST(unixepoch('subsec') * 1000000 AS INTEGER)`
const uuid = `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' ||
  substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`

/**
 * The changes of the schema, oldest first. Never edit a released entry: add a new one at the end. Times are
 * microseconds since the epoch, like on the real server. An `email_key` is the email in lower case, made in JavaScript
 * because SQLite's `lower` knows only ASCII. A seat's `json` is the seat as rosters show it. It is stored because
 * rosters are read far more often than seats change.
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

  -- Subscriptions and orders.
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

  -- Counts the taken seats of a source when they change, not each time that the number is needed.
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

  -- One row with the offset of the clock, so that expired invitations stay expired after a restart.
  CREATE TABLE clock (offset INTEGER NOT NULL) STRICT;
  INSERT INTO clock VALUES (0);
  `,
  `
  -- Rosters are sorted by a hash, so that their order means nothing. The table has one row with the seed of the hash.
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
  -- Whether the secret contains a key in base64, or its text is the key.
  ALTER TABLE webhook_endpoints ADD COLUMN key TEXT NOT NULL DEFAULT 'text';
  UPDATE webhook_endpoints SET key = 'base64' WHERE substr(secret, 1, 6) = 'whsec_';
  `,
  `
  -- Marks of deleted subscriptions, orders and customers, blocked organizations, and orders without a product.
  CREATE TABLE marks (id TEXT NOT NULL, mark TEXT NOT NULL, PRIMARY KEY (id, mark)) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE organizations ADD COLUMN proration_behavior TEXT NOT NULL DEFAULT 'prorate';
  ALTER TABLE organizations ADD COLUMN benefit_revocation_grace_period INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE organizations ADD COLUMN customer_portal_subscription_update_seats INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE organizations ADD COLUMN reset_proration_behavior_enabled INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE organizations ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;

  ALTER TABLE products ADD COLUMN recurring_interval TEXT NOT NULL DEFAULT 'month';
  ALTER TABLE products ADD COLUMN recurring_interval_count INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE products ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;

  -- Products never change, so a subscription's prices are always those of its product. Seat prices have tiers (JSON),
  -- fixed prices an amount.
  CREATE TABLE prices (
    id TEXT PRIMARY KEY, product_id TEXT NOT NULL REFERENCES products (id), amount_type TEXT NOT NULL,
    currency TEXT NOT NULL, price_amount INTEGER, seat_tier_type TEXT, tiers TEXT, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX prices_by_product ON prices (product_id);

  CREATE TABLE discounts (
    id TEXT PRIMARY KEY, organization_id TEXT NOT NULL REFERENCES organizations (id), name TEXT NOT NULL, type TEXT NOT NULL,
    basis_points INTEGER, amount INTEGER, currency TEXT, duration TEXT NOT NULL, duration_in_months INTEGER,
    created_at INTEGER NOT NULL
  ) STRICT;

  ALTER TABLE customers ADD COLUMN payment_method TEXT;
  ALTER TABLE customers ADD COLUMN default_payment_method_id TEXT;
  ALTER TABLE customers ADD COLUMN next_invoice_number INTEGER NOT NULL DEFAULT 1;

  -- A customer's balance with the organization. Credit is positive, debt negative.
  CREATE TABLE balances (
    customer_id TEXT NOT NULL REFERENCES customers (id), currency TEXT NOT NULL, amount INTEGER NOT NULL,
    PRIMARY KEY (customer_id, currency)
  ) STRICT, WITHOUT ROWID;

  -- The columns of subscriptions that orders do not have. Status, number of seats, product and customer are in
  -- sources.
  CREATE TABLE subscriptions (
    id TEXT PRIMARY KEY REFERENCES sources (id), amount INTEGER NOT NULL, currency TEXT NOT NULL,
    recurring_interval TEXT NOT NULL, recurring_interval_count INTEGER NOT NULL, anchor_day INTEGER NOT NULL,
    current_period_start INTEGER NOT NULL, current_period_end INTEGER NOT NULL, trial_start INTEGER, trial_end INTEGER,
    cancel_at_period_end INTEGER NOT NULL, canceled_at INTEGER, started_at INTEGER, ends_at INTEGER, ended_at INTEGER,
    past_due_at INTEGER, pause_at_period_end INTEGER NOT NULL, paused_at INTEGER, resumes_at INTEGER,
    discount_id TEXT REFERENCES discounts (id), discount_applied_at INTEGER, customer_cancellation_reason TEXT,
    customer_cancellation_comment TEXT, metadata TEXT NOT NULL, created_at INTEGER NOT NULL, modified_at INTEGER
  ) STRICT;

  CREATE TABLE pending_updates (
    id TEXT PRIMARY KEY, subscription_id TEXT NOT NULL UNIQUE REFERENCES subscriptions (id), applies_at INTEGER NOT NULL,
    product_id TEXT REFERENCES products (id), seats INTEGER, proration_behavior TEXT NOT NULL, new_cycle_start INTEGER,
    new_cycle_end INTEGER, discount_id TEXT REFERENCES discounts (id), discount_unset INTEGER NOT NULL,
    created_at INTEGER NOT NULL, modified_at INTEGER
  ) STRICT;

  -- Charges, and credits (negative amounts), that are not part of an order yet.
  CREATE TABLE billing_entries (
    number INTEGER PRIMARY KEY, subscription_id TEXT NOT NULL REFERENCES subscriptions (id), type TEXT NOT NULL,
    price_id TEXT NOT NULL REFERENCES prices (id), amount INTEGER NOT NULL, starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL,
    old_seats INTEGER, new_seats INTEGER
  ) STRICT;
  CREATE INDEX billing_entries_by_subscription ON billing_entries (subscription_id, number);

  -- The orders of subscriptions. Orders of seats that are paid once are in sources.
  CREATE TABLE billing_orders (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, subscription_id TEXT NOT NULL REFERENCES subscriptions (id),
    product_id TEXT NOT NULL REFERENCES products (id), status TEXT NOT NULL, billing_reason TEXT NOT NULL,
    subtotal_amount INTEGER NOT NULL, discount_amount INTEGER NOT NULL, applied_balance_amount INTEGER NOT NULL,
    currency TEXT NOT NULL, discount_id TEXT, invoice_number TEXT NOT NULL, next_payment_attempt_at INTEGER, items TEXT NOT NULL,
    created_at INTEGER NOT NULL, modified_at INTEGER
  ) STRICT;
  CREATE INDEX billing_orders_by_subscription ON billing_orders (subscription_id, number);

  -- Older files have neither prices nor periods. Each product gets a price, and each subscription a period that
  -- starts now.
  INSERT INTO prices SELECT ${uuid}, id, 'seat_based', 'usd', NULL, 'volume',
    '[{"min_seats":1,"max_seats":null,"price_per_seat":1000}]', ${now} FROM products;
  INSERT INTO subscriptions
    SELECT id, seats * 1000, 'usd', 'month', 1, CAST(strftime('%d', 'now') AS INTEGER), ${now}, ${now} + 2592000000000, NULL, NULL,
      0, NULL, ${now}, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, '{}', ${now}, NULL
    FROM sources WHERE kind = 'subscription';

  -- Emails about subscriptions have neither a link nor a seat.
  ALTER TABLE emails RENAME TO invitations;
  DROP INDEX emails_by_recipient;
  CREATE TABLE emails (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, recipient TEXT NOT NULL, recipient_key TEXT NOT NULL, subject TEXT NOT NULL,
    claim_url TEXT, seat_id TEXT, sent_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX emails_by_recipient ON emails (recipient_key, number);
  INSERT INTO emails SELECT * FROM invitations;
  DROP TABLE invitations;

  -- NULL in events means every kind of event. Only endpoints without an organization get every kind.
  ALTER TABLE webhook_endpoints ADD COLUMN events TEXT;
  ALTER TABLE webhook_endpoints ADD COLUMN enabled INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE webhook_endpoints ADD COLUMN name TEXT;
  ALTER TABLE webhook_endpoints ADD COLUMN format TEXT NOT NULL DEFAULT 'raw';
  ALTER TABLE webhook_endpoints ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE webhook_endpoints ADD COLUMN modified_at INTEGER;
  UPDATE webhook_endpoints SET created_at = ${now},
    events = '["customer_seat.assigned","customer_seat.claimed","customer_seat.revoked"]' WHERE organization_id IS NOT NULL;

  -- From this version on, next_attempt_at is a time of the emulator's clock, in microseconds.
  ALTER TABLE deliveries ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
  UPDATE deliveries SET next_attempt_at = 0 WHERE next_attempt_at IS NOT NULL;
  DROP INDEX deliveries_by_endpoint;
  CREATE INDEX deliveries_by_endpoint ON deliveries (endpoint_id, number);
  DROP INDEX deliveries_due;
  CREATE INDEX deliveries_retried ON deliveries (next_attempt_at) WHERE next_attempt_at IS NOT NULL AND attempts > 0;
  CREATE INDEX deliveries_untried ON deliveries (endpoint_id, number) WHERE attempts = 0 AND status = 'pending';

  CREATE INDEX seats_by_member ON seats (member_id) WHERE member_id IS NOT NULL;
  CREATE INDEX seats_by_occupant ON seats (customer_id) WHERE status = 'claimed';
  CREATE INDEX sessions_by_member ON sessions (member_id) WHERE member_id IS NOT NULL;
  `,
  `
  CREATE TABLE benefits (
    id TEXT PRIMARY KEY, product_id TEXT NOT NULL REFERENCES products (id),
    organization_id TEXT NOT NULL REFERENCES organizations (id), description TEXT NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX benefits_by_product ON benefits (product_id);
  CREATE INDEX benefits_by_organization ON benefits (organization_id);

  CREATE TABLE benefit_grants (
    id TEXT PRIMARY KEY, benefit_id TEXT NOT NULL REFERENCES benefits (id), source_id TEXT NOT NULL REFERENCES sources (id),
    customer_id TEXT NOT NULL REFERENCES customers (id), member_id TEXT, granted_at INTEGER, revoked_at INTEGER,
    created_at INTEGER NOT NULL, modified_at INTEGER
  ) STRICT;
  CREATE INDEX benefit_grants_by_source ON benefit_grants (source_id);
  CREATE INDEX benefit_grants_by_benefit ON benefit_grants (benefit_id);
  CREATE INDEX benefit_grants_by_customer ON benefit_grants (customer_id);
  CREATE INDEX benefit_grants_by_member ON benefit_grants (member_id) WHERE member_id IS NOT NULL;

  CREATE INDEX sources_by_organization ON sources (organization_id);
  CREATE INDEX sessions_by_customer ON sessions (customer_id);
  `,
  `
  ALTER TABLE customers ADD COLUMN metadata TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE organizations ADD COLUMN modified_at INTEGER;
  ALTER TABLE organizations ADD COLUMN customer_portal_subscription_update_plan INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE organizations ADD COLUMN customer_portal_subscription_pause INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE products ADD COLUMN visibility TEXT NOT NULL DEFAULT 'public';
  ALTER TABLE products ADD COLUMN is_archived INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE benefits ADD COLUMN visibility TEXT NOT NULL DEFAULT 'public';

  -- One row for each attempt to deliver a webhook. Polar's API calls the attempts deliveries, and our deliveries events.
  CREATE TABLE webhook_attempts (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, delivery_id TEXT NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
    http_code INTEGER, response TEXT, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX webhook_attempts_by_delivery ON webhook_attempts (delivery_id);
  `,
  `
  ALTER TABLE discounts ADD COLUMN redemptions_count INTEGER NOT NULL DEFAULT 0;

  -- Deleted customers and members are still shown on subscriptions, seats and grants.
  ALTER TABLE customers ADD COLUMN deleted_at INTEGER;
  ALTER TABLE members ADD COLUMN deleted_at INTEGER;
  DROP INDEX members_by_external_id;
  DROP INDEX members_one_owner;
  CREATE UNIQUE INDEX members_by_external_id ON members (customer_id, external_id)
    WHERE external_id IS NOT NULL AND deleted_at IS NULL;
  CREATE UNIQUE INDEX members_one_owner ON members (customer_id) WHERE role = 'owner' AND deleted_at IS NULL;
  `,
]
