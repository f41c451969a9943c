-- What an authority says of its limit counts for all nodes, also where a person's question was answered so.
grant insert, update on channel_state to {{app}};
