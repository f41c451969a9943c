-- A case is found by the reference that the client knows it by.
create index clearance_case_by_reference on clearance_case (tenant_id, reference, id desc);
