import pulumi
import pulumi_losant as losant

config = pulumi.Config()
org_id = config.require("orgId")
# The token's user must be in the list, with the role that they have.
owner = config.get("owner") or "owner@example.com"

# Everybody: a person who is taken out is removed, or their invite revoked.
members = {
    owner: "admin",
    "ann@example.com": "edit",
    "bob@example.com": losant.RosterEntryArgs(role="view", until="2030-12-31", reason="Plant build"),
    # A client sees one application and nothing else; "Cold Chain" is one of the simulator's.
    "client@example.org": losant.RosterEntryArgs(
        role="none",
        application_roles=[losant.ResourceRoleArgs(name="Cold Chain", role="view")],
    ),
}

roster = losant.OrgRoster(
    "everybody",
    org_id=org_id,
    members=members,
    # This person must stay an admin: preview refuses anything else.
    require_admins=[owner],
    # People who were added by hand are reported at every preview; "remove" would remove them.
    unmanaged="warn",
    max_removals="25%",
)

organization = losant.get_organization(org_id=org_id)

pulumi.export("organization", organization.name)
pulumi.export("strangers", roster.unmanaged_members)
pulumi.export("members", roster.member_count)
pulumi.export("pendingInvites", roster.pending_invite_count)
