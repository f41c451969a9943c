-- Questions to an authority are asked by the API as well as by workers, under one limit.
grant insert, update on channel_pace to {{app}};

-- What was collected long ago is not held by the authority any more; its id is of no use.
grant delete on collected_notification to {{worker}};
create index collected_notification_age on collected_notification (stored_at);
