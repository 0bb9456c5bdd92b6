import pulumi
import pulumi_losant as losant

config = pulumi.Config()
org_id = config.require("orgId")
# The person whom the API token belongs to must be in the list, as they are.
owner = config.get("owner") or "owner@example.com"

# Everybody: whoever is taken out is removed, or their invite revoked.
members = {
    owner: "admin",
    "ann@example.com": "edit",
    "bob@example.com": "view",
    # A client sees one application and nothing else.
    "client@example.org": losant.RosterEntryArgs(
        role="none",
        application_roles=[losant.ResourceRoleArgs(resource_id="575ed71e7ae143cd83dc4aaa", role="view")],
    ),
}

roster = losant.OrgRoster(
    "everybody",
    org_id=org_id,
    members=members,
    # Nobody can take this person's role away by a slip.
    require_admins=[owner],
    # People who were added by hand are told of at every preview; "remove" would remove them.
    unmanaged="warn",
    max_removals="25%",
)

organization = losant.get_organization(org_id=org_id)

pulumi.export("organization", organization.name)
pulumi.export("strangers", roster.unmanaged_members)
pulumi.export("members", roster.member_count)
pulumi.export("pendingInvites", roster.pending_invite_count)
