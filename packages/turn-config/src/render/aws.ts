import type { TurnConfig } from '../settings/turn-config.ts';
import { PLAIN, type Artifact } from './artifact.ts';
import { openPorts } from './open-ports.ts';

export function renderAws({ settings }: TurnConfig): Artifact[] {
  const ingress = openPorts(settings).map(
    ({ protocol, from, to, use }) => `
  ingress {
    description      = "${use}"
    protocol         = "${protocol}"
    from_port        = ${from}
    to_port          = ${to}
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
`,
  );
  const text = `# Terraform: the security group of the TURN server. SSH is left out on purpose: use SSM or add it.
variable "vpc_id" {
  type = string
}

resource "aws_security_group" "turn" {
  name        = "rendev-turn"
  description = "TURN server ${settings.hostname}"
  vpc_id      = var.vpc_id
${ingress.join('')}
  # Relayed media goes to people anywhere. What coturn may not reach inside, turn-egress.nft denies.
  egress {
    description      = "everywhere"
    protocol         = "-1"
    from_port        = 0
    to_port          = 0
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
}

output "turn_security_group_id" {
  value = aws_security_group.turn.id
}
`;
  return [{ name: 'security-group.tf', mode: PLAIN, text }];
}
