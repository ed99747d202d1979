package dev.rolewire.benchmark;

import java.nio.charset.StandardCharsets;

/// Makes templates of any size that are shaped like real ones: parameters, a mapping, conditions, functions in long and
/// short form, resource types with and without identity slots, nested properties.
final class GeneratedTemplate {

    private static final String HEAD = """
            AWSTemplateFormatVersion: "2010-09-09"
            Description: Services behind a queue, with the roles that they run in
            Parameters:
              Environment:
                Type: String
                Default: staging
                AllowedValues: [staging, production]
              ImageId:
                Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
                Default: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64
              Subnets:
                Type: List<AWS::EC2::Subnet::Id>
            Mappings:
              Sizes:
                staging: {Instance: t3.micro, Memory: "256"}
                production: {Instance: m7i.large, Memory: "1024"}
            Conditions:
              IsProduction: !Equals [!Ref Environment, production]
            Resources:
            """;

    private static final String SERVICE = """
              Role#:
                Type: AWS::IAM::Role
                Properties:
                  RoleName: !Sub "${AWS::StackName}-service-#"
                  AssumeRolePolicyDocument:
                    Version: 2012-10-17
                    Statement:
                      - Effect: Allow
                        Principal:
                          Service:
                            - ec2.amazonaws.com
                            - lambda.amazonaws.com
                        Action: sts:AssumeRole
                  ManagedPolicyArns:
                    - !Sub arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
                  Policies:
                    - PolicyName: queue
                      PolicyDocument:
                        Version: 2012-10-17
                        Statement:
                          - Effect: Allow
                            Action: [sqs:ReceiveMessage, sqs:DeleteMessage]
                            Resource: !GetAtt Queue#.Arn
              Profile#:
                Type: AWS::IAM::InstanceProfile
                Properties:
                  Roles: [!Ref Role#]
              Instance#:
                Type: AWS::EC2::Instance
                Condition: IsProduction
                Properties:
                  ImageId: !Ref ImageId
                  InstanceType: !FindInMap [Sizes, !Ref Environment, Instance]
                  IamInstanceProfile: !Ref Profile#
                  SubnetId: !Select [0, !Ref Subnets]
                  BlockDeviceMappings:
                    - DeviceName: /dev/xvda
                      Ebs:
                        VolumeSize: !If [IsProduction, 100, 20]
                        VolumeType: gp3
                        Encrypted: true
                  UserData:
                    Fn::Base64: !Sub |
                      #!/bin/bash
                      # Reports to the queue when the instance is up.
                      aws sqs send-message --region ${AWS::Region} --queue-url ${Queue#} --message-body up
                  Tags:
                    - {Key: Name, Value: !Join [-, [!Ref AWS::StackName, service, "#"]]}
              Function#:
                Type: AWS::Lambda::Function
                Properties:
                  FunctionName: !Sub "${Environment}-service-#"
                  Runtime: python3.13
                  Handler: index.handler
                  Role: !GetAtt Role#.Arn
                  MemorySize: !FindInMap [Sizes, !Ref Environment, Memory]
                  Environment:
                    Variables:
                      QUEUE: !Ref Queue#
                      TABLE: !If [IsProduction, !Ref Table#, !Ref AWS::NoValue]
                  Code:
                    ZipFile: |
                      def handler(event, context):
                          return {"records": len(event["Records"])}
              Queue#:
                Type: AWS::SQS::Queue
                DeletionPolicy: Retain
                Properties:
                  VisibilityTimeout: 60
                  KmsMasterKeyId: alias/aws/sqs
              Table#:
                Type: AWS::DynamoDB::Table
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions:
                    - AttributeName: id
                      AttributeType: S
                  KeySchema:
                    - AttributeName: id
                      KeyType: HASH
                  PointInTimeRecoverySpecification:
                    PointInTimeRecoveryEnabled: !If [IsProduction, true, false]
              Alarm#:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  AlarmDescription: The queue of service # grows
                  Namespace: AWS/SQS
                  MetricName: ApproximateNumberOfMessagesVisible
                  Dimensions:
                    - Name: QueueName
                      Value: !GetAtt Queue#.QueueName
                  Statistic: Average
                  Period: 300
                  EvaluationPeriods: 3
                  Threshold: 1000
                  ComparisonOperator: GreaterThanThreshold
            """;

    private GeneratedTemplate() {
    }

    /// Makes a template of seven resources a service.
    static byte[] of(int services) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 1; i <= services; i++) {
            text.append(SERVICE.replace("#!/", "\0!/")
                .replace("# Reports", "\0 Reports")
                .replace("#", Integer.toString(i))
                .replace('\0', '#'));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

}
