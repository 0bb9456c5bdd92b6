"""Drives the simulator with the vendor's Python client: every organization action, and what the product needs besides.

Prints one JSON object of what each action answered. Arguments: url, token, orgId, applicationId.
"""

import json
import sys
import urllib.request

from losant_rest import Client, LosantError


def control(url, path, body):
    data = json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url + "/_simulator" + path, data)) as response:
        return json.load(response)


def refusal(action, **parameters):
    try:
        action(**parameters)
    except LosantError as error:
        return [error.args[0], error.args[1]["type"]] if len(error.args) > 1 else str(error)
    return None


def main(url, token, org_id, application_id):
    client = Client(token, url)
    org = client.org
    email = "ada@example.com"
    answers = {}

    answers["me.get"] = client.me.get()
    answers["org.get"] = org.get(orgId=org_id)
    answers["org.patch"] = org.patch(orgId=org_id, organization={"name": "Renamed"})
    answers["org.inviteMember"] = org.invite_member(orgId=org_id, invite={"email": email, "role": "view"})
    invite_id = answers["org.inviteMember"][0]["id"]
    answers["org.revokeInvite"] = org.revoke_invite(orgId=org_id, inviteId=invite_id)
    org.invite_member(orgId=org_id, invite={"email": email, "role": "view"})
    answers["org.pendingInvites"] = org.pending_invites(orgId=org_id)
    user_id = control(url, "/accept", {"orgId": org_id, "email": email})["userId"]
    answers["org.modifyMember"] = org.modify_member(orgId=org_id, member={"userId": user_id, "role": "admin"})
    answers["org.removeMember"] = org.remove_member(orgId=org_id, userId=user_id)

    usage = {"orgId": org_id, "start": "1780185600000", "end": "1780272000000"}
    answers["org.deviceCounts"] = org.device_counts(**usage)
    answers["org.notebookMinuteCounts"] = org.notebook_minute_counts(**usage)
    answers["org.payloadCounts"] = org.payload_counts(asBytes="true", **usage)
    answers["org.payloadCountsBreakdown"] = org.payload_counts_breakdown(resolution="3600000", **usage)

    answers["orgs.post"] = client.orgs.post(organization={"name": "Destination"})
    transfer = {
        "destinationId": answers["orgs.post"]["id"],
        "destinationType": "organization",
        "applicationIds": [application_id],
    }
    answers["org.transferResources"] = org.transfer_resources(orgId=org_id, transfer=transfer)
    answers["orgs.get"] = client.orgs.get()
    answers["org.delete"] = org.delete(orgId=org_id)
    answers["refusal"] = refusal(org.get, orgId=org_id)
    json.dump(answers, sys.stdout)


main(*sys.argv[1:])
